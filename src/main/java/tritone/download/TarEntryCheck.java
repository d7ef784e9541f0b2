package tritone.download;

import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Refuses what has no place in an archive of texts. */
record TarEntryCheck(String archive, ArchiveBounds bounds, int nameCharacters) {
    private static final byte FILE = '0';
    private static final byte OLD_FILE = 0;
    private static final byte FOLDER = '5';

    /** @param number from 1 */
    void check(TarArchiveEntry entry, int number) {
        if (number > bounds.entries()) {
            throw new ArchiveFormatException(
                    archive,
                    "expected at most " + PublishedArchive.figure(bounds.entries()) + " entries but found more");
        }
        if (!staysInside(entry.getName())) {
            throw refused("expected names that stay in their folder but found ", entry);
        }
        byte kind = entry.getLinkFlag();
        boolean plain = kind == FILE || kind == OLD_FILE || kind == FOLDER;
        if (!plain || entry.isSparse()) {
            throw refused("expected files and folders alone but found " + kind(entry) + ", ", entry);
        }
        if (entry.getSize() < 0 || entry.getSize() > bounds.entryBytes()) {
            throw refused(
                    "expected files of at most " + PublishedArchive.figure(bounds.entryBytes()) + " bytes but found "
                            + PublishedArchive.figure(entry.getSize()) + " in ",
                    entry);
        }
    }

    /** On any system: what is a plain name on one leads out of the folder on another. */
    private boolean staysInside(String name) {
        return !name.isBlank()
                && name.length() <= nameCharacters
                && name.indexOf('\0') < 0
                && name.indexOf('\\') < 0
                && !name.startsWith("/")
                && !name.matches("(?s)[A-Za-z]:.*")
                && !Arrays.asList(name.split("/")).contains("..");
    }

    private static String kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return "a link";
        }
        return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO() ? "a device" : "something else";
    }

    private ArchiveFormatException refused(String problem, TarArchiveEntry entry) {
        String name = entry.getName();
        boolean isLong = name.length() > nameCharacters;
        return new ArchiveFormatException(archive, problem + (isLong ? name.substring(0, 60) + "..." : name));
    }
}
