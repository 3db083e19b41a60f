<?php
/** What the script of the editor needs of WordPress. */
return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ),
	'version'      => '{version}',
);
