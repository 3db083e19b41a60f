<?php
/**
 * The page of the settings, for administrators.
 */

namespace DigitalLeadershipCheck;

defined( 'ABSPATH' ) || exit;

const PAGE = 'digital-leadership-check';

add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );
add_action( 'admin_init', __NAMESPACE__ . '\register' );
add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN ), __NAMESPACE__ . '\add_link' );

function add_page(): void {
	add_options_page( 'Digital leadership check', 'Digital leadership check', 'manage_options', PAGE, __NAMESPACE__ . '\page' );
}

/** A way to the settings from the list of plugins. */
function add_link( array $links ): array {
	$address = admin_url( 'options-general.php?page=' . PAGE );
	array_unshift( $links, sprintf( '<a href="%s">Settings</a>', esc_url( $address ) ) );
	return $links;
}

function register(): void {
	register_setting( PAGE, OPTION, array( 'sanitize_callback' => __NAMESPACE__ . '\accepted' ) );
	add_settings_section( PAGE, '', '__return_empty_string', PAGE );
	foreach ( fields() as $setting => $field ) {
		add_settings_field( $setting, $field['title'], $field['draw'], PAGE, PAGE, array( 'label_for' => PAGE . '-' . $setting ) );
	}
}

function fields(): array {
	return array(
		'trust-name'    => array(
			'title' => 'Name of your trust',
			'draw'  => function () {
				draw_text( 'trust-name', 'Shown above the title and on what is printed for the board. Leave it empty to show none.' );
			},
		),
		'storage'       => array(
			'title' => 'Where answers are kept',
			'draw'  => __NAMESPACE__ . '\draw_storage',
		),
		'questionnaire' => array(
			'title' => 'Questions of your own',
			'draw'  => function () {
				draw_text( 'questionnaire', 'The address of a questionnaire file. Leave it empty for the questions that come with the check.' );
			},
		),
	);
}

function draw_text( string $setting, string $hint ): void {
	printf(
		'<input type="text" class="regular-text" id="%1$s-%2$s" name="%3$s[%2$s]" value="%4$s" aria-describedby="%1$s-%2$s-hint">' .
			'<p class="description" id="%1$s-%2$s-hint">%5$s</p>',
		esc_attr( PAGE ),
		esc_attr( $setting ),
		esc_attr( OPTION ),
		esc_attr( settings()[ $setting ] ),
		esc_html( $hint )
	);
}

function draw_storage(): void {
	printf( '<select id="%s-storage" name="%s[storage]">', esc_attr( PAGE ), esc_attr( OPTION ) );
	foreach ( STORAGE as $place => $words ) {
		printf(
			'<option value="%s"%s>%s</option>',
			esc_attr( $place ),
			selected( settings()['storage'], $place, false ),
			esc_html( $words )
		);
	}
	echo '</select>';
}

function page(): void {
	?>
	<div class="wrap">
		<h1>Digital leadership check</h1>
		<p>These count for every check on this website. A block or a shortcode can say otherwise for its page.</p>
		<form action="options.php" method="post">
			<?php
			settings_fields( PAGE );
			do_settings_sections( PAGE );
			submit_button();
			?>
		</form>
	</div>
	<?php
}

/**
 * What is stored of what was sent: every value that is right, and for any other what was there before.
 *
 * @param mixed $sent What the form sent.
 */
function accepted( $sent ): array {
	$settings = settings();
	foreach ( array_keys( $settings ) as $setting ) {
		if ( ! is_array( $sent ) || ! isset( $sent[ $setting ] ) || ! is_string( $sent[ $setting ] ) ) {
			continue;
		}
		// It is escaped wherever it is written, so it may hold whatever fits on a line.
		$value   = trim( (string) preg_replace( '/\s+/u', ' ', $sent[ $setting ] ) );
		$problem = problem( $setting, $value );
		if ( '' === $problem ) {
			$settings[ $setting ] = $value;
		} else {
			add_settings_error( OPTION, $setting, $problem . ' Nothing has changed there.' );
		}
	}
	return $settings;
}
