package tritone.network;

import tritone.kernel.SequenceLayout;

/**
 * What a level reads: vectors, and which of them stands at each place of the layout. A word that occurs often is one row,
 * so that it is multiplied once.
 *
 * @param rows {@code [count][inputs]}; the array may be longer
 * @param rowOf the row at each place
 */
public record LevelInput(SequenceLayout layout, float[] rows, int count, int[] rowOf) {
    /** A row for each different word, from vectors of {@code size} numbers by id. */
    public static LevelInput ofWords(Words words, float[] embedding, int size) {
        return new LevelInput(words.layout(), words.vectors(embedding, size), words.ids().length, words.rowOf());
    }

    /** A row for each place. */
    public static LevelInput ofPlaces(SequenceLayout layout, float[] rows) {
        int[] rowOf = new int[layout.places()];
        for (int place = 0; place < rowOf.length; place++) {
            rowOf[place] = place;
        }
        return new LevelInput(layout, rows, rowOf.length, rowOf);
    }
}
