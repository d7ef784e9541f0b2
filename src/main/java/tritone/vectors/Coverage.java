package tritone.vectors;

import tritone.vocabulary.Vocabulary;

/**
 * How much of a vocabulary has a vector.
 *
 * @param words with one
 * @param ofWords all there are
 * @param tokens share of the tokens that the vocabulary was counted from
 */
public record Coverage(int words, int ofWords, double tokens) {
    static Coverage of(WordVectors vectors) {
        Vocabulary vocabulary = vectors.vocabulary();
        int words = 0;
        long covered = 0;
        for (int id = Vocabulary.UNKNOWN + 1; id < vocabulary.size(); id++) {
            if (vectors.isKnown(id)) {
                words++;
                covered += vocabulary.count(id);
            }
        }
        double tokens = vocabulary.tokensCounted() == 0 ? 0 : (double) covered / vocabulary.tokensCounted();
        return new Coverage(words, vocabulary.size() - Vocabulary.UNKNOWN - 1, tokens);
    }
}
