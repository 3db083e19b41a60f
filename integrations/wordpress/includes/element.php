<?php
/**
 * The element in a page, and the script that it needs.
 */

namespace DigitalLeadershipCheck;

defined( 'ABSPATH' ) || exit;

/** What may be said of one check, besides the settings. */
const ATTRIBUTES = array( 'language', 'storage', 'storage-key', 'navigation', 'heading-level', 'trust-name', 'questionnaire', 'round' );

add_action( 'wp_footer', __NAMESPACE__ . '\print_script' );

/**
 * The tag of a check. What is wrong in it, the element names in the browser's console; where answers are kept is then
 * nowhere, so a page that says it wrongly does not fall back to the setting.
 *
 * @param array $said What a page says of it, by the names of the element's attributes. What is empty counts as not
 *                    said.
 */
function element( array $said ): string {
	is_wanted( true );
	$tag = '';
	foreach ( array_merge( settings(), array_filter( said( $said ), 'strlen' ) ) as $name => $value ) {
		if ( '' !== $value ) {
			$tag .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	return "<digital-leadership-check$tag>" . without_script() . '</digital-leadership-check>';
}

/** Of all that a page says, what the element knows. */
function said( array $said ): array {
	$texts = array_filter( array_intersect_key( $said, array_flip( ATTRIBUTES ) ), 'is_scalar' );
	return array_map(
		function ( $value ) {
			return trim( (string) $value );
		},
		$texts
	);
}

/** What is seen until the first screen is drawn, and stays where nothing can run. */
function without_script(): string {
	return sprintf(
		'<p>Here is a private check of how your board leads on digital. It takes about 15 minutes. You can also <a href="%s">use it on paper</a>.</p>' .
			'<p data-when-not-started hidden>The check could not start in this browser.</p>',
		esc_url( address_of( 'paper.html' ) )
	);
}

/** Whether this page has a check, from when it is told so. */
function is_wanted( bool $from_now_on = false ): bool {
	static $is_wanted = false;
	$is_wanted        = $is_wanted || $from_now_on;
	return $is_wanted;
}

/** Pages without a check load nothing. */
function print_script(): void {
	if ( is_wanted() ) {
		wp_print_script_tag(
			array(
				'type' => 'module',
				'src'  => address_of( 'digital-leadership-check.js' ),
			)
		);
	}
}

/** The address of one of the check's own files. */
function address_of( string $file ): string {
	return plugins_url( FILES . '/' . $file, PLUGIN );
}
