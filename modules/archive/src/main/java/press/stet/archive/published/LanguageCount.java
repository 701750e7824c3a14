package press.stet.archive.published;

import press.stet.model.Language;

/**
 * A language that something is published in.
 *
 * @param editions how many editions are live in it, 1 or more
 */
public record LanguageCount(Language language, long editions) {}
