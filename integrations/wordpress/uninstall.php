<?php
/**
 * Takes away what the plugin has stored on the server. What members have answered is in their own browsers.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

// On a network each of its sites has settings of its own.
$digital_leadership_check_sites = is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array();
foreach ( $digital_leadership_check_sites as $digital_leadership_check_site ) {
	delete_blog_option( $digital_leadership_check_site, 'digital_leadership_check' );
}
delete_option( 'digital_leadership_check' );
