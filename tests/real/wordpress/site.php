<?php
// Does what an editor does, through WordPress's own functions: reads operations (JSON) on standard input, writes their results.
// [{"do": "install"|"option"|"theme"|"post"|"edit"|"delete"|"file"|"replace", …}, …]
$operations = json_decode(file_get_contents('php://stdin'), true);
if (($operations[0]['do'] ?? '') === 'install') {
    define('WP_INSTALLING', true);
}
$_SERVER['HTTP_HOST'] = getenv('SITE_NETLOC');
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require __DIR__ . '/site/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
require_once ABSPATH . 'wp-admin/includes/media.php';
require_once ABSPATH . 'wp-admin/includes/image.php';

function done($id) {
    if (is_wp_error($id) || !$id) {
        fwrite(STDERR, is_wp_error($id) ? $id->get_error_message() : 'WordPress refused');
        exit(1);
    }
    return (int) $id;
}

$results = [];
foreach ($operations as $o) {
    switch ($o['do']) {
        case 'install':
            wp_install($o['title'], 'admin', 'admin@example.test', true, '', 'secret', 'ar');
            update_option('timezone_string', 'Africa/Casablanca');
            foreach (get_posts(['post_type' => ['post', 'page'], 'numberposts' => -1, 'post_status' => 'any']) as $p) {
                wp_delete_post($p->ID, true); // what WordPress greets new sites with
            }
            $results[] = true;
            break;
        case 'permalinks':
            global $wp_rewrite;
            update_option('permalink_structure', $o['structure']);
            $wp_rewrite->init();
            $wp_rewrite->flush_rules(true);
            $results[] = true;
            break;
        case 'theme':
            switch_theme($o['name']);
            $results[] = wp_get_theme()->get_stylesheet();
            break;
        case 'post':
            $id = done(wp_insert_post([
                'post_type' => $o['type'] ?? 'post', 'post_title' => $o['title'], 'post_content' => $o['content'],
                'post_status' => 'publish', 'post_author' => 1, 'post_date' => $o['date'] ?? '',
            ], true));
            $results[] = ['id' => $id, 'link' => get_permalink($id)];
            break;
        case 'edit':
            $results[] = done(wp_update_post(['ID' => $o['id'], 'post_content' => $o['content']], true));
            break;
        case 'delete':
            $results[] = (bool) wp_trash_post($o['id']);
            break;
        case 'file':
            // An upload, as the media library takes it.
            $copy = wp_tempnam($o['path']);
            copy($o['path'], $copy);
            $id = done(media_handle_sideload(['name' => basename($o['path']), 'tmp_name' => $copy], 0, $o['title'] ?? null));
            $results[] = ['id' => $id, 'link' => wp_get_attachment_url($id)];
            break;
        case 'replace':
            // A file put in place of another behind WordPress's back, as over FTP.
            copy($o['path'], get_attached_file($o['id']));
            $results[] = true;
            break;
    }
}
echo json_encode($results, JSON_UNESCAPED_UNICODE);
