package press.stet.archive.published;

import press.stet.model.Language;

/**
 * A live edition of a story, as the other editions of the story point to it.
 *
 * @param path its canonical address
 */
public record LanguageLink(Language language, String path, String headline) {}
