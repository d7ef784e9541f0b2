package tritone.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tritone.encoding.Truncation;
import tritone.evaluation.Temperature;
import tritone.kernel.CellVariant;
import tritone.network.CellKind;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

/**
 * Architecture and sums out of a {@code config.json}, token by token: all that an answer needs. Binding the whole file to
 * records takes longer than the answer itself.
 */
final class CoreReader {
    private static final Set<String> WANTED = Set.of("architecture", "files");

    private CoreReader() {}

    /** Refuses something that is missing or not what it should be. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String place) {
            super(place);
        }
    }

    /** @throws Fault naming the place of what is wrong */
    static ConfigFile.Core read(JsonParser json, int format) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (WANTED.contains(name)) {
                values.put(name, value(json));
            } else {
                json.skipChildren();
            }
        }
        Node root = new Node("", values);
        return new ConfigFile.Core(architecture(root.node("architecture"), format), files(root.node("files")));
    }

    private static Object value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                object.put(name, value(json));
            }
            return object;
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(json));
            }
            return list;
        }
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? "" : json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> Optional.empty();
        };
    }

    private static Architecture architecture(Node node, int format) {
        Node cut = node.node("truncation");
        return new Architecture(
                node.oneOf("cell", CellKind.values()),
                node.texts("labels"),
                new Truncation(cut.oneOf("keep", Truncation.Keep.values()), cut.number("max_tokens")),
                node.has("network") ? Optional.of(network(node.node("network"))) : Optional.empty(),
                format == FirstFormat.NUMBER ? Temperature.NONE : node.fraction("temperature"));
    }

    private static NetworkSpec network(Node node) {
        Node cell = node.node("cell");
        CellSpec spec = new CellSpec(
                cell.oneOf("variant", CellVariant.values()),
                cell.number("units"),
                cell.oneOf("direction", Direction.values()),
                cell.oneOf("normalisation", Normalisation.values()));
        return new NetworkSpec(
                node.number("vocabulary"),
                node.number("embedding"),
                spec,
                node.number("levels"),
                node.oneOf("readout", Readout.values()),
                node.number("classes"));
    }

    private static Map<String, Checksums> files(Node node) {
        Map<String, Checksums> files = new LinkedHashMap<>();
        for (String name : node.values.keySet()) {
            Node sums = node.node(name);
            files.put(name, new Checksums(sums.whole("bytes"), sums.text("crc32c"), sums.text("sha256")));
        }
        return files;
    }

    /** An object of the file, and where it stands. */
    private record Node(String place, Map<String, Object> values) {
        private Fault fault(String name) {
            return new Fault(place.isEmpty() ? name : place + "." + name);
        }

        boolean has(String name) {
            return values.get(name) instanceof Map;
        }

        @SuppressWarnings("unchecked") // every map here was made by value()
        Node node(String name) {
            if (!has(name)) {
                throw fault(name);
            }
            return new Node(place.isEmpty() ? name : place + "." + name, (Map<String, Object>) values.get(name));
        }

        String text(String name) {
            if (values.get(name) instanceof String text) {
                return text;
            }
            throw fault(name);
        }

        List<String> texts(String name) {
            if (values.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                return list.stream().map(String.class::cast).toList();
            }
            throw fault(name);
        }

        long whole(String name) {
            if (values.get(name) instanceof Long number) {
                return number;
            }
            throw fault(name);
        }

        double fraction(String name) {
            return values.get(name) instanceof Double fraction ? fraction : whole(name);
        }

        int number(String name) {
            long number = whole(name);
            if (number != (int) number) {
                throw fault(name);
            }
            return (int) number;
        }

        <E extends Enum<E>> E oneOf(String name, E[] all) {
            String text = text(name);
            for (E one : all) {
                if (one.toString().equals(text)) {
                    return one;
                }
            }
            throw fault(name);
        }
    }
}
