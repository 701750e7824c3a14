package press.stet.model.story;

import press.stet.model.Person;

/**
 * A note on an edition that is not resolved. What it says stands in the event that brought it.
 *
 * @param number counts the notes of the edition from 1
 * @param by who wrote it
 * @param blocking whether nothing is approved or published before it is resolved
 */
public record Note(int number, Person by, boolean blocking) {}
