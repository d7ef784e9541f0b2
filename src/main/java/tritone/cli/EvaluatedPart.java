package tritone.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.Split;

/** The part of a corpus that is evaluated on. */
enum EvaluatedPart {
    TRAIN,
    VALIDATION,
    TEST,
    WHOLE,
    /** The one that models know least of. */
    FIRST {
        @Override
        CorpusPart of(Corpus corpus) {
            return corpus.part(Split.TEST)
                    .or(() -> corpus.part(Split.WHOLE))
                    .or(() -> corpus.part(Split.VALIDATION))
                    .orElseGet(corpus::training);
        }
    };

    CorpusPart of(Corpus corpus) {
        return corpus.part(Split.valueOf(name()))
                .orElseThrow(
                        () -> new MissingPartException(corpus.name() + ": there is no part called " + this + " in it"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static final class Converter implements ITypeConverter<EvaluatedPart> {
        @Override
        public EvaluatedPart convert(String value) {
            return Choices.named(EvaluatedPart.class, value);
        }
    }
}
