<?php
// For PHP's built-in server: files as they are, programs as programs, everything else to WordPress.
// That server logs no request that a router answers, so the access log is written here, before anything is answered.
file_put_contents(__DIR__ . '/access.log', $_SERVER['REQUEST_METHOD'] . ' ' . $_SERVER['REQUEST_URI'] . "\n", FILE_APPEND | LOCK_EX);
$root = __DIR__ . '/site';
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if ($path !== '/' && is_file($root . $path)) {
    if (substr($path, -4) !== '.php') {
        return false;
    }
    chdir(dirname($root . $path));
    $_SERVER['SCRIPT_NAME'] = $path;
    require $root . $path;
    return true;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
chdir($root);
require $root . '/index.php';
