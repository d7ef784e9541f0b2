package tritone.cli;

import tritone.classification.ExplainedWord;

/** How a terminal shows what a word did. */
sealed interface WordMarks permits ColouredWords, SignedWords {
    /** @param strongest the largest attribution of the text, whatever its sign */
    WrappedText.Marks of(ExplainedWord word, double strongest);

    /** Of what is no word, such as markup. */
    WrappedText.Marks ofOther();
}
