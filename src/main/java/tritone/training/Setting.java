package tritone.training;

import java.util.Locale;
import tritone.network.CellKind;

/** One choice of a plan, by the name under which it is typed as an option and written in a plan file. */
public enum Setting {
    CORPUS(Topic.CORPUS, Scope.ALL, "CORPUS", "What is learnt from; several files or folders with | between them."),
    FORMAT(Topic.CORPUS, Scope.ALL, "FORMAT", "tsv, csv, jsonl, lines, fasttext, parquet or files."),
    COLUMNS(Topic.CORPUS, Scope.ALL, "FIELD=COLUMN,...", "Columns of the corpus."),
    HEADER(Topic.CORPUS, Scope.ALL, "BOOLEAN", "Whether its tables have a header."),
    CHARSET(Topic.CORPUS, Scope.ALL, "CHARSET", "Of its files, where no byte order mark tells."),
    ON_ERROR(Topic.CORPUS, Scope.ALL, "WHAT", "What a bad row does: fail or skip."),
    ESCAPES(Topic.CORPUS, Scope.ALL, "BOOLEAN", "Whether its rows spell tabs and line ends."),
    LABELS(Topic.CORPUS, Scope.ALL, "LABEL,...", "All classes."),
    PRESET(Topic.CORPUS, Scope.ALL, "NAME", "Where settings come from that are not given: lecture, quick or best."),
    CELL(Topic.CORPUS, Scope.ALL, "CELL", "simple-rnn, lstm, gru, bag or linear."),

    CHAIN(Topic.TEXT, Scope.ALL, "STEPS", "Steps from characters to tokens; 'tritone tokens --steps' lists all."),
    VOCAB(
            Topic.TEXT,
            Scope.ALL,
            "VOCAB",
            "A vocabulary to use, by name, folder or file; count for one of the training reviews."),
    VOCAB_SIZE(Topic.TEXT, Scope.ALL, "N", "Ids at most in a vocabulary that is counted."),
    MIN_COUNT(Topic.TEXT, Scope.ALL, "N", "Leave out tokens seen less often."),
    MAX_TOKENS(Topic.TEXT, Scope.ALL, "N", "Tokens that are kept of a review; all for no bound."),
    KEEP(Topic.TEXT, Scope.ALL, "PART", "Which tokens of a longer review: tail, head or ends."),

    VALIDATION(
            Topic.VALIDATION,
            Scope.ALL,
            "SET",
            "auto takes the corpus' own validation part or cuts a tenth; else a share such as 0.2, a number of"
                    + " reviews, a fold such as 2/5 (the second of five), another corpus, or none."),
    CUT_BY(Topic.VALIDATION, Scope.ALL, "WHAT", "group, stratum (label by label), or auto: by group if there are any."),
    GROUPS(
            Topic.VALIDATION,
            Scope.ALL,
            "FILE",
            "A table of ids and groups, such as films, that are never split apart; none if reviews name their own."),
    CUT_SEED(Topic.VALIDATION, Scope.ALL, "N", "Decides which reviews are cut, and into which folds."),

    VARIANT(
            Topic.NETWORK,
            Scope.RECURRENT,
            "NAME",
            "simple-rnn: tanh, relu; lstm: plain, peepholes; gru: reset-before, reset-after; usual is the first."),
    EMBEDDING(Topic.NETWORK, Scope.NETWORKS, "N", "Numbers for each word."),
    UNITS(Topic.NETWORK, Scope.RECURRENT, "N", "Units of a cell."),
    LAYERS(Topic.NETWORK, Scope.RECURRENT, "N", "Cells on top of each other."),
    DIRECTION(Topic.NETWORK, Scope.RECURRENT, "WAY", "forward, backward or both."),
    READOUT(
            Topic.NETWORK,
            Scope.NETWORKS,
            "WHAT",
            "What is made of the states: last, mean, max, last-mean-max, attention."),
    NORMALISATION(Topic.NETWORK, Scope.NETWORKS, "KIND", "Of the cell's inputs: none, batch or layer."),

    INIT(Topic.BEGINNING, Scope.NETWORKS, "KIND", "Of inputs' weights: xavier, he or orthogonal."),
    RECURRENT_INIT(Topic.BEGINNING, Scope.RECURRENT, "KIND", "Of states' weights: orthogonal, identity, xavier or he."),
    FORGET_BIAS(Topic.BEGINNING, Scope.LSTM, "X", "Of the forget gate."),
    VECTORS(
            Topic.BEGINNING,
            Scope.NETWORKS,
            "VECTORS",
            "Word vectors that words are begun with: a vocabulary that has them, by name or folder, or a file of GloVe's,"
                    + " word2vec's or safetensors; or none."),
    FREEZE_VECTORS(Topic.BEGINNING, Scope.NETWORKS, "N", "Epochs in which words' vectors stay as they are."),
    FROM(
            Topic.BEGINNING,
            Scope.RECURRENT,
            "MODEL",
            "A language model whose words, vectors and cells are begun with, by name or folder; or none."),
    FREEZE_CELLS(
            Topic.BEGINNING, Scope.RECURRENT, "N", "Epochs in which the cells of a language model stay as they are."),

    TEACHERS(
            Topic.TEACHERS,
            Scope.NETWORKS,
            "MODEL,...",
            "Models whose mean answers for reviews without labels are learnt too; or none."),
    UNLABELLED(
            Topic.TEACHERS,
            Scope.NETWORKS,
            "CORPUS",
            "The reviews that teachers answer for, read as their own names and headers say; or none."),

    INPUT_DROPOUT(
            Topic.REGULARISATION, Scope.NETWORKS, "SHARE", "Of a cell's inputs, the same at every step of a review."),
    STATE_DROPOUT(Topic.REGULARISATION, Scope.RECURRENT, "SHARE", "Of its states, the same at every step."),
    WORD_DROPOUT(Topic.REGULARISATION, Scope.NETWORKS, "SHARE", "Of the words, which become unknown ones."),
    LABEL_SMOOTHING(
            Topic.REGULARISATION, Scope.NETWORKS, "SHARE", "Of each target that all classes divide among them."),
    CLASS_WEIGHTS(
            Topic.REGULARISATION,
            Scope.ALL,
            "WEIGHTS",
            "How much reviews of each class count: none, balanced, or numbers such as 1,2 in the order of the"
                    + " labels."),

    OPTIMISER(
            Topic.OPTIMISER,
            Scope.NETWORKS,
            "RULE",
            "sgd, momentum (Nesterov's), rmsprop, adagrad, adam, adamw or nadam."),
    UPDATES(Topic.OPTIMISER, Scope.NETWORKS, "KIND", "lazy leaves vectors alone whose words did not occur; or dense."),
    MOMENTUM(Topic.OPTIMISER, Scope.NETWORKS, "SHARE", "Of momentum."),
    WEIGHT_DECAY(Topic.OPTIMISER, Scope.NETWORKS, "X", "Of adamw."),
    CLIP_NORM(Topic.OPTIMISER, Scope.NETWORKS, "X", "Bound of the gradient's norm, or none."),
    CLIP_VALUE(Topic.OPTIMISER, Scope.NETWORKS, "X", "Bound of each of its numbers, or none."),

    RATE(Topic.RATE, Scope.NETWORKS, "X", "The learning rate; of one-cycle the highest."),
    SCHEDULE(
            Topic.RATE,
            Scope.NETWORKS,
            "KIND",
            "constant, one-cycle (up for a quarter of the way, then down to nothing), or plateau (half after an epoch"
                    + " without gain)."),

    BATCH(
            Topic.LOOP,
            Scope.NETWORKS,
            "N",
            "Reviews in a batch; for a classifier also auto: the largest of 64, 32, 16 with 32 batches in an epoch, else"
                    + " 8."),
    WINDOW(Topic.LOOP, Scope.RECURRENT, "N", "Last steps of a review that carry gradient, or all."),
    EPOCHS(
            Topic.LOOP,
            Scope.NETWORKS,
            "N",
            "Times that all reviews are seen, at most; for a classifier also auto: as few as make 600 steps, from 4 to 30."),
    STEPS(Topic.LOOP, Scope.NETWORKS, "N", "Batches learnt from, at most, the last epoch a part of one; or all."),
    STOP_ON(
            Topic.LOOP,
            Scope.NETWORKS,
            "FIGURE",
            "What the best epoch is chosen by: accuracy, f1, roc-area, log-loss or brier; none takes the last one."),
    PATIENCE(Topic.LOOP, Scope.NETWORKS, "N", "Epochs without gain after which training ends."),
    AVERAGE(Topic.LOOP, Scope.NETWORKS, "N", "Weights are the mean over the ends of this many last epochs."),
    SEED(Topic.LOOP, Scope.NETWORKS, "N", "Decides what a network begins with, the batches, and what is dropped."),

    PHRASE_WORDS(Topic.LINEAR, Scope.LINEAR, "N", "Words at most of a phrase, from 1 to 5."),
    MIN_REVIEWS(Topic.LINEAR, Scope.LINEAR, "N", "Reviews that a word or phrase must stand in."),
    SMOOTHING(Topic.LINEAR, Scope.LINEAR, "X", "Added to each count before ratios are taken."),
    PENALTY(Topic.LINEAR, Scope.LINEAR, "X", "On the squares of the weights.");

    private final Topic topic;
    private final Scope scope;
    private final String placeholder;
    private final String description;

    Setting(Topic topic, Scope scope, String placeholder, String description) {
        this.topic = topic;
        this.scope = scope;
        this.placeholder = placeholder;
        this.description = description;
    }

    public Topic topic() {
        return topic;
    }

    public String placeholder() {
        return placeholder;
    }

    public String description() {
        return description;
    }

    public boolean appliesTo(CellKind cell) {
        return scope.covers(cell);
    }

    /** As in {@code vocab-size}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
