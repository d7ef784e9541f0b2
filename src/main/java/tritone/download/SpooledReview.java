package tritone.download;

import java.util.Optional;

/**
 * A review whose text lies in a spool.
 *
 * @param id as the reader of folders would call it
 * @param rating 0 if there is none
 */
record SpooledReview(String id, Optional<String> label, int rating, String film, long start, int length) {}
