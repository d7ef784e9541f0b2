package tritone.vectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which words have vectors that point the same way. */
public final class Neighbours {
    private Neighbours() {}

    /**
     * A word and how near it is.
     *
     * @param cosine of the angle between both vectors
     */
    public record Neighbour(int id, String token, double cosine) {}

    /** The nearest words, the nearest one first, without the word itself; of equally near ones the more frequent one. */
    public static List<Neighbour> of(int word, WordVectors vectors, int most) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int id = 0; id < vectors.vocabulary().size(); id++) {
            if (id != word && vectors.isKnown(id)) {
                double cosine =
                        product(vectors, word, id) / Math.sqrt(product(vectors, word, word) * product(vectors, id, id));
                neighbours.add(new Neighbour(id, vectors.vocabulary().token(id), cosine));
            }
        }
        neighbours.sort(Comparator.comparingDouble(Neighbour::cosine).reversed());
        return List.copyOf(neighbours.subList(0, Math.min(most, neighbours.size())));
    }

    private static double product(WordVectors vectors, int one, int other) {
        float[] values = vectors.values();
        int numbers = vectors.numbers();
        double sum = 0;
        for (int i = 0; i < numbers; i++) {
            sum += (double) values[one * numbers + i] * values[other * numbers + i];
        }
        return sum;
    }
}
