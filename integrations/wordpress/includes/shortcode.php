<?php
/**
 * The shortcode `[digital_leadership_check]`, which takes the element's attributes.
 */

namespace DigitalLeadershipCheck;

defined( 'ABSPATH' ) || exit;

add_shortcode( 'digital_leadership_check', __NAMESPACE__ . '\shortcode' );

/**
 * @param array|string $said What stands in the shortcode; an empty text where nothing does.
 */
function shortcode( $said ): string {
	return element( is_array( $said ) ? $said : array() );
}
