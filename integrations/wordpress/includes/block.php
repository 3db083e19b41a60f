<?php
/**
 * The block, which is drawn by the server as the shortcode is.
 */

namespace DigitalLeadershipCheck;

defined( 'ABSPATH' ) || exit;

/** What the block calls the element's attributes. */
const OF_THE_BLOCK = array(
	'trustName'     => 'trust-name',
	'storage'       => 'storage',
	'questionnaire' => 'questionnaire',
	'round'         => 'round',
);

add_action( 'init', __NAMESPACE__ . '\register_block' );

function register_block(): void {
	register_block_type( __DIR__ . '/../block', array( 'render_callback' => __NAMESPACE__ . '\draw_block' ) );
}

function draw_block( array $attributes ): string {
	$said = array();
	foreach ( OF_THE_BLOCK as $attribute => $name ) {
		$said[ $name ] = $attributes[ $attribute ] ?? '';
	}
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), element( $said ) );
}
