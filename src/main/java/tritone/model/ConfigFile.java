package tritone.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tritone.corpus.Quote;
import tritone.evaluation.Evaluation;

/** {@code config.json}: everything about a model but its weights and words. Its last line but one is a sum over those above. */
final class ConfigFile {
    static final String NAME = "config.json";
    static final int FORMAT = 2;

    private static final long MOST_BYTES = 1 << 24;
    private static final Pattern SUM = Pattern.compile(",\\R  \"checksum\" : \"([0-9a-f]{8})\"\\R}\\R?");

    /** Field names are not interned, so that a file leaves nothing behind in the virtual machine. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ConfigFile() {}

    /**
     * What the file holds.
     *
     * @param files sums of the others, by name
     */
    @JsonIgnoreProperties("checksum")
    record Config(
            int format,
            Architecture architecture,
            Training training,
            Provenance provenance,
            Map<String, Checksums> files) {
        Config {
            int labels = architecture.labels().size();
            int classes = training.validation()
                    .map(figures -> figures.classes().size())
                    .orElse(labels);
            if (classes != labels) {
                throw new IllegalArgumentException(
                        "validation figures must be of " + labels + " classes but are of " + classes);
            }
            training.validation().ifPresent(figures -> checkCounts(figures, labels));
        }

        private static void checkCounts(Evaluation figures, int labels) {
            long reviews = 0;
            boolean square = figures.confusion().size() == labels;
            for (List<Integer> row : figures.confusion()) {
                square &= row.size() == labels && row.stream().allMatch(count -> count >= 0);
                reviews += row.stream().mapToLong(Integer::longValue).sum();
            }
            if (!square || reviews != figures.reviews()) {
                throw new IllegalArgumentException("validation figures must count " + figures.reviews()
                        + " reviews by their label and the one they were given but do not");
            }
        }
    }

    /** The part of it that an answer needs, in any format. */
    record Core(Architecture architecture, Map<String, Checksums> files) {}

    static void write(Config config, Path file) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        String json = Mapper.JSON.writer(printer).writeValueAsString(config);
        String body = json.substring(0, json.lastIndexOf("\n}"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Files.writeString(file, body + ",\n  \"checksum\" : \"" + Checksums.crc32c(bytes, bytes.length) + "\"\n}\n");
    }

    static Config read(Path file) throws IOException {
        Checked checked = checked(file);
        return checked.format == FirstFormat.NUMBER
                ? bound(checked.bytes, FirstFormat.Config.class, FirstFormat.Config::now, file)
                : bound(checked.bytes, Config.class, Function.identity(), file);
    }

    static Core readCore(Path file) throws IOException {
        Checked checked = checked(file);
        try (JsonParser json = FACTORY.createParser(checked.bytes)) {
            return CoreReader.read(json, checked.format);
        } catch (CoreReader.Fault e) {
            throw new ModelFormatException(file, misses(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, e.getMessage());
        }
    }

    /** The bytes of a file, and the format they are in. */
    private record Checked(byte[] bytes, int format) {}

    private static Checked checked(Path file) throws IOException {
        byte[] bytes = bytes(file);
        int format = checkFormat(bytes, file);
        checkSum(bytes, file);
        return new Checked(bytes, format);
    }

    /** The bytes of a file that has no reason to be large. */
    static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new ModelFormatException(
                    file, "expected at most " + MOST_BYTES + " bytes but found " + Files.size(file));
        }
        return Files.readAllBytes(file);
    }

    /** Before the sum, which a later format may make otherwise. Goes through the whole file and keeps nothing of it. */
    private static int checkFormat(byte[] bytes, Path file) {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            String format = json.nextToken() == JsonToken.START_OBJECT ? format(json) : null;
            if (format != null && json.nextToken() == null) {
                checkFormat(format, file);
                return Integer.parseInt(format);
            }
        } catch (IOException e) {
            // Said below: what a parser says of damaged bytes helps no one.
        }
        throw new ModelFormatException(file, "is cut or damaged: it is no JSON object");
    }

    /** The digits of the format number, up to the end of the object; none if there is no such number. */
    private static String format(JsonParser json) throws IOException {
        String format = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean named = json.currentName().equals("format");
            if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && named) {
                format = json.getText();
            }
            json.skipChildren();
        }
        return format;
    }

    private static void checkFormat(String format, Path file) {
        if (format.isEmpty() || format.charAt(0) == '-' || format.equals("0")) {
            throw new ModelFormatException(file, "is no model's: there is no format number in it");
        }
        if (format.length() > 1 || format.charAt(0) > '0' + FORMAT) {
            throw new ModelFormatException(
                    file,
                    "was written by a newer Tritone, in format " + Quote.of(format) + "; this one reads up to "
                            + FORMAT);
        }
    }

    /** The sum is over the bytes before the comma that parts it from the rest. */
    private static void checkSum(byte[] bytes, Path file) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher matcher = SUM.matcher(text.substring(Math.max(0, text.lastIndexOf(','))));
        if (!matcher.matches()) {
            throw new ModelFormatException(file, "does not end in its checksum");
        }
        if (!Checksums.crc32c(bytes, text.lastIndexOf(',')).equals(matcher.group(1))) {
            throw new ModelFormatException(file, "is not as it was written: its checksum differs");
        }
    }

    private static <T> Config bound(byte[] bytes, Class<T> type, Function<T, Config> now, Path file)
            throws IOException {
        try {
            return now.apply(Mapper.JSON.readValue(bytes, type));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, e.getMessage());
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new ModelFormatException(file, refused.getMessage());
            }
            throw new ModelFormatException(file, misses(e));
        } catch (JsonMappingException e) {
            throw new ModelFormatException(file, misses(e));
        }
    }

    private static String misses(JsonMappingException fault) {
        String place = fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("."));
        return misses(place);
    }

    private static String misses(String place) {
        return "expected what a model's must hold but something is wrong or missing"
                + (place.isEmpty() ? "" : " at " + Quote.of(place));
    }

    /** Made when it is asked for: an answer does without. */
    private static final class Mapper {
        /** Takes nothing for what it is not: no text for a number, no number for a name, no fraction for a whole one. */
        private static final ObjectMapper JSON = JsonMapper.builder(FACTORY)
                .addModule(new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}
