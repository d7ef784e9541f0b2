package tritone.network;

/** The places at which each row stands, in ascending order: the other way round than {@link LevelInput#rowOf()}. */
final class RowPlaces {
    private final int[] first; // [row + 1] into places
    private final int[] places;

    RowPlaces(int[] rowOf, int rows) {
        first = new int[rows + 1];
        for (int row : rowOf) {
            first[row + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            first[row + 1] += first[row];
        }
        int[] next = first.clone();
        places = new int[rowOf.length];
        for (int place = 0; place < rowOf.length; place++) {
            places[next[rowOf[place]]++] = place;
        }
    }

    int rows() {
        return first.length - 1;
    }

    /** Where this row's places begin; those of the last row end at {@code first(rows())}. */
    int first(int row) {
        return first[row];
    }

    int place(int index) {
        return places[index];
    }
}
