package press.stet.newsroom.settings;

/**
 * What somebody wrote for a key.
 *
 * @param where it was written, such as {@code stet.yaml:3:5}, as an error names it
 */
record Given(String text, String where) {}
