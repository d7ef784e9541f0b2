package tritone.download;

import java.util.Optional;

/** A folder of reviews in the archive, such as {@code train/pos}, and what it is to the reader of folders. */
record MovieFolder(String path) {
    private static final String WITHOUT_LABELS = "train/unsup";

    /** What lies inside the part to learn from is a part of its own if it has no labels. */
    String part() {
        return path.equals(WITHOUT_LABELS) ? last() : path.substring(0, path.indexOf('/'));
    }

    Optional<String> label() {
        return path.equals(WITHOUT_LABELS) ? Optional.empty() : Optional.of(last());
    }

    /** Ids are paths from the part's folder on. */
    String id(String fileName) {
        return path.equals(WITHOUT_LABELS) ? fileName : last() + "/" + fileName;
    }

    /** The file that names films line by line. */
    String films() {
        return path.replace("/", "/urls_") + ".txt";
    }

    private String last() {
        return path.substring(path.indexOf('/') + 1);
    }
}
