package tritone.download;

/**
 * What an archive may come to, unzipped: more is refused before it fills a disk or the memory.
 *
 * @param entries files and folders
 * @param entryBytes of one file
 * @param bytes of all, with what stands between them
 */
record ArchiveBounds(int entries, long entryBytes, long bytes) {}
