package tritone.encoding;

/** A block of reviews as ids, one after the other. */
record EncodedReviews(int[] ids, int[] ends) {
    int start(int review) {
        return review == 0 ? 0 : ends[review - 1];
    }

    int length(int review) {
        return ends[review] - start(review);
    }
}
