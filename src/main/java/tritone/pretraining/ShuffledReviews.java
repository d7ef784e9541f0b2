package tritone.pretraining;

import java.util.List;
import java.util.SplittableRandom;
import tritone.encoding.EncodedCorpus;

/** The reviews of all parts in an order that chance decides, since corpora are often sorted by label or film. */
final class ShuffledReviews {
    private final List<ReviewText> texts;
    private final int[] text; // [place]
    private final int[] review; // [place]
    private final long tokens;

    ShuffledReviews(List<ReviewText> texts) {
        this.texts = texts;
        int size = texts.stream().mapToInt(part -> part.reviews().length).sum();
        this.text = new int[size];
        this.review = new int[size];
        int place = 0;
        for (int i = 0; i < texts.size(); i++) {
            for (int number : texts.get(i).reviews()) {
                text[place] = i;
                review[place++] = number;
            }
        }
        this.tokens = tokens(0, size);
    }

    int size() {
        return review.length;
    }

    long tokens() {
        return tokens;
    }

    EncodedCorpus corpus(int place) {
        return texts.get(text[place]).corpus();
    }

    int review(int place) {
        return review[place];
    }

    int length(int place) {
        return corpus(place).length(review[place]);
    }

    /** How many tokens the reviews at these places have together. */
    long tokens(int from, int to) {
        long sum = 0;
        for (int place = from; place < to; place++) {
            sum += length(place);
        }
        return sum;
    }

    /** The first place after so many tokens from this one on, or the end. */
    int after(int from, long count) {
        int place = from;
        for (long sum = 0; place < size() && sum < count; place++) {
            sum += length(place);
        }
        return place;
    }

    void shuffle(SplittableRandom random) {
        for (int place = size() - 1; place > 0; place--) {
            int other = random.nextInt(place + 1);
            swap(text, place, other);
            swap(review, place, other);
        }
    }

    private static void swap(int[] values, int one, int other) {
        int value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
