package tritone.report;

import java.util.List;
import tritone.explanation.PageWord;

/** Reviews worth reading, with what contenders said of them and why. */
public record Examples(String caption, List<Example> reviews) implements Block {
    public Examples {
        reviews = List.copyOf(reviews);
    }

    @Override
    public String in(Form form) {
        return form.examples(this);
    }

    /**
     * One review.
     *
     * @param truth the label that it has
     * @param about what else is known of it, such as a rating; may be empty
     */
    public record Example(String id, String truth, String about, List<Answer> answers) {
        public Example {
            answers = List.copyOf(answers);
        }
    }

    /**
     * What one contender said.
     *
     * @param probability of the label
     * @param words of the review in order, with what each did to the answer; none if that was not asked
     * @param running the label's probability after each word that was read
     */
    public record Answer(
            String contender,
            Style style,
            String label,
            double probability,
            boolean right,
            List<PageWord> words,
            float[] running) {
        public Answer {
            words = List.copyOf(words);
        }
    }
}
