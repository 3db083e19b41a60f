//! A website with WordPress, as Debian packages it: a copy of its files, a database of its own, and the web server that
//! PHP brings.

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::waiting::wait_for;
use crate::{Site, Visit, ports};

/// Where Debian puts WordPress and what it needs.
const WORDPRESS: &str = "/usr/share/wordpress";
const DATABASE_SERVER: &str = "/usr/sbin/mariadbd";

/// In the folder of a website: its files, and where its database listens.
const PAGES: &str = "pages";
const SOCKET: &str = "socket";

/// The plugin's folder, and the name of its settings.
const PLUGIN: &str = "digital-leadership-check";
const SETTINGS: &str = "digital_leadership_check";

const ADMINISTRATOR: &str = "administrator";
/// May write posts, and no scripts in them: WordPress gives authors no right to `unfiltered_html`.
const AUTHOR: &str = "author";
const PASSWORD: &str = "correct horse";

/// A running website, on this machine alone. Dropping it ends its two processes and no other.
pub struct WordPress {
    server: Child,
    database: Child,
    port: u16,
    /// The pages and the data.
    folder: TempDir,
}

impl WordPress {
    /// Installs WordPress with an administrator and an author, and no plugin.
    #[must_use]
    #[track_caller]
    pub fn serve() -> WordPress {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let socket = folder.path().join(SOCKET);
        let database = start_database(folder.path(), &socket);
        let (pages, port) = (folder.path().join(PAGES), ports::free());
        must(Command::new("cp").args(["-rL", WORDPRESS]).arg(&pages));
        fs::write(pages.join("wp-config.php"), configuration(&socket, port)).expect("it can be written");
        must(Command::new("php").args(["--run", &installation()]).current_dir(&pages));
        let server = Command::new("php")
            .args(["-S", &format!("127.0.0.1:{port}"), "-t"])
            .arg(&pages)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("PHP starts");
        let wordpress = WordPress { server, database, port, folder };
        wait_for(|| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()).expect("PHP listens");
        wordpress
    }

    /// The same with our plugin, which the administrator has uploaded and activated.
    #[must_use]
    #[track_caller]
    pub fn with_plugin(visit: &Visit) -> WordPress {
        let wordpress = WordPress::serve();
        wordpress.log_in(visit, ADMINISTRATOR);
        wordpress.open(visit, "/wp-admin/plugin-install.php?tab=upload");
        let plugin: Vec<u8> = Site::built().bytes("digital-leadership-check-wordpress.zip");
        visit.run(UPLOAD, [plugin.into()]);
        visit.see_on_page("Plugin installed successfully.");
        visit.follow("Activate Plugin");
        visit.see_on_page("Plugin activated.");
        wordpress
    }

    /// Where a page of the website is.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Opens a page of the website.
    #[track_caller]
    pub fn open(&self, visit: &Visit, path: &str) {
        visit.go_to_address(&self.address(path));
    }

    /// The administrator opens a page.
    #[track_caller]
    pub fn open_as_administrator(&self, visit: &Visit, path: &str) {
        self.log_in(visit, ADMINISTRATOR);
        self.open(visit, path);
    }

    /// An author writes a post in the editor of blocks, publishes it and leaves. What the script returns are the
    /// blocks; `wp` is WordPress's. Answers with the path of the post.
    #[track_caller]
    #[must_use]
    pub fn publish(&self, visit: &Visit, blocks: &str) -> String {
        self.log_in(visit, AUTHOR);
        self.open(visit, "/wp-admin/post-new.php");
        visit.see_that("the editor", |visit| visit.run(IS_READY, []) == true);
        let post = visit.run_until_it_answers(&PUBLISH.replace("BLOCKS", blocks), []);
        let path = format!("/?p={}", post.as_u64().unwrap_or_else(|| panic!("no post: {post}")));
        self.log_out(visit);
        path
    }

    /// Puts a file among those of the website.
    #[track_caller]
    pub fn put(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(PAGES).join(name), text).expect("it can be written");
    }

    /// The administrator deletes the plugin, as the list of plugins does it.
    #[track_caller]
    pub fn delete_plugin(&self, visit: &Visit) {
        self.open_as_administrator(visit, "/wp-admin/plugins.php");
        visit.run(&format!("document.querySelector('tr[data-slug={PLUGIN}] .deactivate a').click();"), []);
        visit.see_on_page("Plugin deactivated.");
        assert_eq!(visit.run_until_it_answers(DELETE, [PLUGIN.into()]), "deleted");
    }

    /// What there is of the plugin on the server: its files, and its settings.
    #[must_use]
    #[track_caller]
    pub fn of_the_plugin(&self) -> (bool, bool) {
        let files = self.folder.path().join(PAGES).join("wp-content/plugins").join(PLUGIN);
        let count = format!("SELECT COUNT(*) FROM wordpress.wp_options WHERE option_name = '{SETTINGS}'");
        let asked = client(&self.folder.path().join(SOCKET))
            .args(["--skip-column-names", &format!("--execute={count}")])
            .output()
            .expect("the database answers");
        (files.exists(), String::from_utf8_lossy(&asked.stdout).trim() == "1")
    }

    #[track_caller]
    fn log_in(&self, visit: &Visit, name: &str) {
        self.log_out(visit);
        self.open(visit, "/wp-login.php");
        visit.run(LOG_IN, [name.into(), PASSWORD.into()]);
        visit.see_that("the dashboard", |visit| visit.run(IS_DASHBOARD, []) == true);
    }

    #[track_caller]
    fn log_out(&self, visit: &Visit) {
        self.open(visit, "/wp-login.php");
        visit.forget_cookies();
    }
}

impl Drop for WordPress {
    fn drop(&mut self) {
        for process in [&mut self.server, &mut self.database] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Puts the plugin into the form and sends it.
const UPLOAD: &str = "
const file = new File([Uint8Array.from(arguments[1])], 'digital-leadership-check-wordpress.zip');
const chosen = new DataTransfer();
chosen.items.add(file);
const form = document.querySelector('form.wp-upload-form');
form.pluginzip.files = chosen.files;
form.requestSubmit();";

const LOG_IN: &str = "
const [, name, password] = arguments;
const form = document.getElementById('loginform');
form.log.value = name;
form.pwd.value = password;
form.requestSubmit();";

const IS_DASHBOARD: &str = "return document.body?.classList.contains('wp-admin') ?? false;";

const IS_READY: &str = "
return Boolean(window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('core/paragraph'));";

const PUBLISH: &str = "
const done = arguments[arguments.length - 1];
const editor = wp.data.dispatch('core/editor');
wp.data.dispatch('core/block-editor').insertBlocks((() => { BLOCKS })());
editor.editPost({ title: 'For our board', status: 'publish' });
editor.savePost().then(() => done(
  wp.data.select('core/editor').didPostSaveRequestSucceed() ? wp.data.select('core/editor').getCurrentPostId() : 'not saved'
));";

/// What the link does once somebody has said yes.
const DELETE: &str = "
const [, plugin, done] = arguments;
wp.updates.ajax('delete-plugin', { plugin: `${plugin}/${plugin}.php`, slug: plugin })
  .done(() => done('deleted')).fail(({ errorMessage }) => done(errorMessage));";

#[track_caller]
fn start_database(folder: &Path, socket: &Path) -> Child {
    let data = folder.join("data");
    let mut own = vec!["--no-defaults".to_owned(), format!("--datadir={}", data.display())];
    // It refuses to run as root unless it is told to.
    if fs::metadata(folder).expect("the folder is there").uid() == 0 {
        own.push("--user=root".to_owned());
    }
    // What starts takes away what another one has in the temporary folder of both.
    own.push(format!("--tmpdir={}", folder.display()));
    must(
        Command::new("mariadb-install-db")
            .args(&own)
            .args(["--auth-root-authentication-method=normal", "--skip-test-db"])
            .stdout(Stdio::null()),
    );
    let database = Command::new(DATABASE_SERVER)
        .args(&own)
        .arg(format!("--socket={}", socket.display()))
        .arg("--skip-networking")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the database starts");
    wait_for(|| UnixStream::connect(socket).ok()).expect("the database listens");
    must(client(socket).arg("--execute=CREATE DATABASE wordpress"));
    database
}

/// What asks the database.
fn client(socket: &Path) -> Command {
    let mut client = Command::new("mariadb");
    client.args(["--no-defaults", "--user=root"]).arg(format!("--socket={}", socket.display()));
    client
}

/// Nothing is asked of another website, not even by WordPress itself.
fn configuration(socket: &Path, port: u16) -> String {
    let socket = socket.display();
    format!(
        "<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{socket}' );
define( 'WP_HOME', 'http://127.0.0.1:{port}' );
define( 'WP_SITEURL', 'http://127.0.0.1:{port}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'FS_METHOD', 'direct' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
"
    )
}

fn installation() -> String {
    format!(
        "error_reporting( E_ALL & ~E_DEPRECATED );
define( 'WP_INSTALLING', true );
// It would be sent to the administrator.
function wp_new_blog_notification() {{}}
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install( 'Intranet', '{ADMINISTRATOR}', 'administrator@example.org', false, '', '{PASSWORD}' );
$author = wp_create_user( '{AUTHOR}', '{PASSWORD}', 'author@example.org' );
( new WP_User( $author ) )->set_role( 'author' );
// They would come from another website.
update_option( 'show_avatars', 0 );"
    )
}

#[track_caller]
fn must(command: &mut Command) {
    let status = command.stdin(Stdio::null()).status();
    let name = PathBuf::from(command.get_program());
    let status = status.unwrap_or_else(|error| panic!("{} did not start: {error}", name.display()));
    assert!(status.success(), "{command:?} ended with {status}");
}
