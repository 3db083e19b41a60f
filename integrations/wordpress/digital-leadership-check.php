<?php
/**
 * Plugin Name: Digital leadership check
 * Description: A private self-check of digital leadership for the boards of NHS trusts. All of it runs in the browser, and nothing that a person does is sent.
 * Version: {version}
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * Update URI: false
 *
 * "Update URI: false" keeps WordPress from asking its own directory about this plugin, and from installing another
 * one of the same name over it.
 */

namespace DigitalLeadershipCheck;

defined( 'ABSPATH' ) || exit;

/** Where the check's own files are. The name is another one for every release, so that no cache mixes two of them. */
const FILES = '{files}';

/** The plugin's main file, from which WordPress finds all others. */
const PLUGIN = __FILE__;

require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/settings-page.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/block.php';
