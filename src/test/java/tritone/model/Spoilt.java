package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import tritone.tensors.Precision;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;
import tritone.tensors.TensorFormatException;
import tritone.vocabulary.VocabularyFormatException;

/** A model's folder that someone has changed, with sums that fit again: what is wrong must be found by looking. */
public record Spoilt(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Class<? extends Exception>> FORESEEN = List.of(
            ModelFormatException.class,
            TensorFormatException.class,
            VocabularyFormatException.class,
            NoSuchFileException.class);

    /** Writes a good model first. */
    public static Spoilt of(Model model, Path folder) throws IOException {
        ModelFolder.write(model, folder, ModelFolder.More.NOTHING);
        return new Spoilt(folder);
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** {@code config.json} without the line of its sum and the last brace. */
    String body() throws IOException {
        String text = Files.readString(file("config.json"));
        return text.substring(0, text.lastIndexOf(",\n  \"checksum\""));
    }

    void writeBody(byte[] body) throws IOException {
        byte[] end = (",\n  \"checksum\" : \"" + crc32c(body) + "\"\n}\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, all, body.length, end.length);
        store("config.json", all);
    }

    /** Over the bytes that are there, which is many times faster than a file that is emptied first. */
    void store(String name, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.truncate(bytes.length);
        }
    }

    /** Changes the text of the configuration. */
    public void text(UnaryOperator<String> change) throws IOException {
        String before = body();
        String after = change.apply(before);
        assertThat(after).as("the change").isNotEqualTo(before);
        writeBody(after.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes the configuration. */
    public void config(Consumer<ObjectNode> change) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(file("config.json").toFile());
        root.remove("checksum");
        change.accept(root);
        String text = root.toString();
        writeBody(text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a value of JSON in the place that the path leads to, such as {@code architecture/labels/0}. */
    public void put(String path, String json) throws IOException {
        JsonNode value = JSON.readTree(json);
        config(root -> {
            String[] names = path.split("/");
            JsonNode node = root;
            for (int i = 0; i < names.length - 1; i++) {
                node = node.isArray() ? node.get(Integer.parseInt(names[i])) : node.get(names[i]);
            }
            String last = names[names.length - 1];
            if (node instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
                array.set(Integer.parseInt(last), value);
            } else {
                ((ObjectNode) node).set(last, value);
            }
        });
    }

    /** Changes some of the weights; null takes one away. */
    public void weights(Consumer<Map<String, Tensor>> change) throws IOException {
        Map<String, Tensor> tensors = new java.util.LinkedHashMap<>(
                TensorFile.read(file("model.safetensors")).tensors());
        change.accept(tensors);
        TensorFile.write(file("model.safetensors"), tensors, Map.of());
        renew("model.safetensors");
    }

    void bytes(String name, byte[] bytes) throws IOException {
        store(name, bytes);
        renew(name);
    }

    /** Lets the configuration say of a file what is true. */
    public void renew(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        config(root -> {
            ObjectNode sums = (ObjectNode) root.get("files").get(name);
            sums.put("bytes", bytes.length);
            sums.put("crc32c", crc32c(bytes));
            sums.put("sha256", sha256(bytes));
        });
    }

    static String crc32c(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    static String sha256(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The same of a model that is read, verified, asked for its card, and kept in other precisions. */
    Optional<String> complaint() {
        Optional<String> reading = complaintOfReading();
        if (reading.isEmpty()) {
            complaint(() -> ModelFolder.verify(folder));
            complaint(() -> ModelFolder.card(folder));
            for (Precision precision : Precision.values()) {
                complaint(() -> convert(ModelFolder.read(folder), precision));
            }
        }
        return reading;
    }

    private static Object convert(Model model, Precision precision) {
        try {
            return model.in(precision);
        } catch (IllegalArgumentException e) {
            // float16 does not reach as far.
            assertSentence(e.getMessage());
            return model;
        }
    }

    /**
     * What is said when the model is read; nothing if it was. Anything but a sentence that names a file fails the test. What
     * can be read must classify reviews and have a card.
     */
    Optional<String> complaintOfReading() {
        return complaint(() -> use(ModelFolder.read(folder)));
    }

    private static String use(Model model) {
        try {
            TinyModels.probabilities(model);
        } catch (ArithmeticException e) {
            // Weights may be finite and still too large.
            assertSentence(e.getMessage());
        }
        return ModelCard.render("tiny", model, "");
    }

    private Optional<String> complaint(Callable<?> reading) {
        try {
            reading.call();
            return Optional.empty();
        } catch (Exception e) {
            if (!FORESEEN.contains(e.getClass())) {
                throw new AssertionError("expected a sentence but found " + e, e);
            }
            String message = e.getMessage();
            assertThat(message).startsWith(folder.toString());
            assertSentence(message);
            return Optional.of(message.substring(folder.toString().length()));
        }
    }

    /** One line of moderate length without anything that drives a terminal, and not what Java says of its own accord. */
    static void assertSentence(String message) {
        assertThat(message)
                .isNotNull()
                .hasSizeLessThan(600)
                .doesNotEndWith(": null")
                .doesNotContain("java.");
        assertThat(message.codePoints().filter(Spoilt::isUnprintable).boxed())
                .as("unprintable characters in " + message)
                .isEmpty();
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
