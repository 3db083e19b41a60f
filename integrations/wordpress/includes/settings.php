<?php
/**
 * What an administrator has set for every check on the website, and what may be set.
 */

namespace DigitalLeadershipCheck;

defined( 'ABSPATH' ) || exit;

/** The name of the stored settings. `uninstall.php` has it too, as it runs alone. */
const OPTION = 'digital_leadership_check';

/** Where answers may be kept, as the element names it, with what an administrator reads. */
const STORAGE = array(
	'device'  => 'In the browser, until the member deletes them',
	'session' => 'In the tab, until it is closed',
	'none'    => 'Nowhere: they are gone when the page is closed',
);

/** How long the name of a trust may be. */
const LONGEST_NAME = 100;

/**
 * The settings, each of them there.
 *
 * @return array{trust-name: string, storage: string, questionnaire: string}
 */
function settings(): array {
	$stored = get_option( OPTION );
	return array_merge( without_settings(), is_array( $stored ) ? $stored : array() );
}

function without_settings(): array {
	return array(
		'trust-name'    => '',
		'storage'       => 'device',
		'questionnaire' => '',
	);
}

/**
 * Whether a questionnaire can be at that address: on this website, or on another one by http or https.
 */
function is_address( string $address ): bool {
	if ( preg_match( '~^/(?!/)\S*$~', $address ) ) {
		return true;
	}
	return preg_match( '~^https?://\S+$~i', $address ) && wp_parse_url( $address, PHP_URL_HOST );
}

/**
 * What is wrong with a value for that setting, in words for whoever wrote it; nothing if it is right.
 */
function problem( string $setting, string $value ): string {
	switch ( $setting ) {
		case 'trust-name':
			$length = preg_match_all( '/./us', $value );
			return false === $length || $length > LONGEST_NAME
				? sprintf( 'The name of the trust can have %d letters at most.', LONGEST_NAME )
				: '';
		case 'storage':
			return isset( STORAGE[ $value ] )
				? ''
				: sprintf( 'Answers cannot be kept in "%s". Write one of: %s.', $value, implode( ', ', array_keys( STORAGE ) ) );
		case 'questionnaire':
			return '' === $value || is_address( $value )
				? ''
				: sprintf( '"%s" is not an address of a questionnaire. Begin it with https:// or with /, as in /board/questions.json.', $value );
		default:
			return '';
	}
}
