package tritone.download;

/**
 * A part of a corpus that was made of an archive.
 *
 * @param name of its file, without the ending
 * @param groups different ones, such as films
 */
public record WrittenPart(String name, long reviews, long groups) {}
