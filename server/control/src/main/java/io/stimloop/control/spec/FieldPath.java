package io.stimloop.control.spec;

/**
 * Paths of fields: JSON names joined by dots, map keys likewise, list elements as {@code [i]}. Whoever
 * reports or looks up a path makes it here, so that the paths of the same field are equal.
 */
public final class FieldPath {
    /** The path of the spec itself. */
    public static final String ROOT = "";

    private FieldPath() {}

    /** The path of a field, or of the value of a map key, of the message at a path. */
    public static String field(String parent, String name) {
        String shown = Wording.plain(name);
        return parent.isEmpty() ? shown : parent + "." + shown;
    }

    /** The path of an element, from 0, of the list at a path. */
    public static String element(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** The path of what holds the field at a path; the root holds itself. */
    public static String parent(String path) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return end < 0 ? ROOT : path.substring(0, end);
    }

    /** Whether a path is that of a field or of something inside it. */
    public static boolean within(String path, String field) {
        return path.startsWith(field)
                && (path.length() == field.length() || field.isEmpty()
                        || isJoint(path.charAt(field.length())));
    }

    private static boolean isJoint(char next) {
        return next == '.' || next == '[';
    }
}
