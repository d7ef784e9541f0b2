package tritone.cli;

import java.util.List;
import tritone.vectors.Neighbours;
import tritone.vectors.WordVectors;
import tritone.vocabulary.Vocabulary;

/** Which words are near to one. */
record NearReport(String vocabulary, String near, List<Row> words) {
    /** A near word. */
    record Row(int id, String token, long count, double cosine) {}

    /** A word without a vector is an error: it has no place that anything could be near to. */
    static NearReport of(String name, String word, WordVectors vectors, int most) {
        Vocabulary vocabulary = vectors.vocabulary();
        int id = vocabulary.id(word);
        if (id == Vocabulary.UNKNOWN) {
            throw new UnknownWordException(word + " is no word of the vocabulary " + name + ", whose chain is "
                    + vocabulary.chain().summary());
        }
        if (!vectors.isKnown(id)) {
            throw new UnknownWordException(word + " has no vector in " + name);
        }
        List<Row> words = Neighbours.of(id, vectors, most).stream()
                .map(near -> new Row(near.id(), near.token(), vocabulary.count(near.id()), near.cosine()))
                .toList();
        return new NearReport(name, word, words);
    }

    String render() {
        TextTable table = new TextTable().row("near " + near, "cosine", "id", "count");
        for (Row row : words) {
            table.row(row.token, Figures.four(row.cosine), TextTable.figure(row.id), TextTable.figure(row.count));
        }
        return table.render();
    }
}
