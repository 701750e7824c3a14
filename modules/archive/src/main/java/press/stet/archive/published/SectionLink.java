package press.stet.archive.published;

import press.stet.model.copy.Section;

/**
 * A section that something is published in, in one language.
 *
 * @param name as the newest edition in it was published with, in that language
 * @param editions how many editions are live in it, 1 or more
 */
public record SectionLink(Section section, String name, long editions) {}
