package tritone.training;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.Split;
import tritone.encoding.EncodedCorpus;
import tritone.model.CorpusSource;
import tritone.model.Probabilities;
import tritone.vocabulary.Vocabulary;

/**
 * Lets teachers answer for reviews. Each reads them by its own vocabulary.
 *
 * @param others parts that are learnt from or validated on
 */
record Teaching(List<Teacher> teachers, Labels labels, List<CorpusPart> others, Encoding encoding) {
    /** How a part is read by a vocabulary. */
    interface Encoding {
        EncodedCorpus of(CorpusPart part, Vocabulary vocabulary) throws IOException;
    }

    /** Their mean answers; what was read is added to {@code read}. Labels that the reviews may have are not looked at. */
    TaughtReviews answers(Corpus unlabelled, Vocabulary vocabulary, List<CorpusSource> read) throws IOException {
        CorpusPart part = HeldReviews.checked(unlabelled.part(Split.UNLABELLED).orElseGet(unlabelled::training));
        String fingerprint = part.fingerprint();
        if (others.stream().anyMatch(part::sharesFileWith)
                || read.stream().anyMatch(source -> source.sha256().equals(fingerprint))) {
            // What is validated on may be among them, and would be learnt after all.
            throw new TrainingDataException(
                    Setting.UNLABELLED + " must be other reviews than those that are learnt from or"
                            + " validated on but was " + part.name());
        }
        teachers.forEach(this::check);
        read.add(new CorpusSource(part.name(), "teaching", fingerprint));
        EncodedCorpus corpus = encoding.of(part, vocabulary);
        int[] all = IntStream.range(0, corpus.size()).toArray();
        int classes = labels.names().size();
        float[] mean = new float[Math.multiplyExact(all.length, classes)];
        for (Teacher teacher : teachers) {
            read.add(new CorpusSource(teacher.name(), "teacher", teacher.sum()));
            EncodedCorpus own = encoding.of(part, teacher.model().vocabulary());
            float[] answers = Probabilities.of(
                    teacher.model(), own, all, teacher.model().architecture().truncation(), classes);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += answers[i] / teachers.size();
            }
        }
        return new TaughtReviews(corpus, all, mean);
    }

    private void check(Teacher teacher) {
        List<String> known = teacher.model().architecture().labels();
        if (!known.equals(labels.names())) {
            throw new TrainingDataException("expected the teacher " + teacher.name() + " to know the labels " + labels
                    + " but found " + String.join(", ", known));
        }
    }
}
