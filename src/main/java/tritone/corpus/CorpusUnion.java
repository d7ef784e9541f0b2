package tritone.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers several corpora into one. */
final class CorpusUnion {
    /** From where names are seen: as they were typed, if they were typed without the way from the root. */
    private static final Path HERE = Path.of("");

    private final Map<Split, List<Source>> sources = new EnumMap<>(Split.class);
    private final Set<Path> places = new HashSet<>();
    private int folders; // of texts without a label, among those of no part

    void add(Path place, Corpus corpus) throws IOException {
        if (!places.add(place.toRealPath())) {
            throw new CorpusFormatException(place.toString(), "expected inputs that differ but found it twice");
        }
        for (CorpusPart part : corpus.parts()) {
            Split split = split(part, place);
            for (Source source : part.sources()) {
                sources(split).add(source.from(HERE));
                folders += Files.isDirectory(place) && split == Split.WHOLE && isUnlabelled(source) ? 1 : 0;
            }
        }
    }

    private static boolean isUnlabelled(Source source) {
        return source instanceof Source.TextFiles texts
                && texts.texts().stream().allMatch(text -> text.label().isEmpty());
    }

    /** What lies beside others is what its name says, as in a folder; an archive, the folder that it would become. */
    private static Split split(CorpusPart part, Path place) {
        return part.split() == Split.WHOLE ? named(place).orElse(Split.WHOLE) : part.split();
    }

    private static Optional<Split> named(Path place) {
        Path whole = place.toAbsolutePath().normalize();
        if (whole.getFileName() == null) {
            return Optional.empty(); // a disk
        }
        String name = whole.getFileName().toString();
        String unpacked = name.replaceFirst("(?i)\\.zip$", "");
        return unpacked.equals(name) ? CorpusFolder.split(whole) : Split.named(unpacked);
    }

    private List<Source> sources(Split split) {
        return sources.computeIfAbsent(split, key -> new ArrayList<>());
    }

    List<CorpusPart> parts(String name, ReadingOptions options) {
        List<Source> whole = sources.getOrDefault(Split.WHOLE, List.of());
        if (folders > 1 && folders == whole.size()) {
            whole.replaceAll(source -> ((Source.TextFiles) source).labelledByFolder());
        }
        boolean cut = !Set.of(Split.WHOLE, Split.UNLABELLED).containsAll(sources.keySet());
        if (cut && sources.containsKey(Split.WHOLE)) {
            sources(Split.TRAIN).addAll(sources.remove(Split.WHOLE));
        }
        return sources.entrySet().stream()
                .map(entry -> new CorpusPart(name, entry.getKey(), entry.getValue(), options))
                .toList();
    }
}
