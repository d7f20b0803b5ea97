package io.stimloop.export.report;

import java.util.List;

/** Builds HTML of which nothing that people wrote can become markup. Not thread safe. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** What people wrote, for between and within tags. */
    static String escaped(String plain) {
        StringBuilder safe = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        });
        return safe.toString();
    }

    /** Markup that is safe already. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** An element that holds a text. */
    Html element(String tag, String plain) {
        text.append('<').append(tag).append('>').append(escaped(plain)).append("</").append(tag)
                .append(">\n");
        return this;
    }

    /** A paragraph. */
    Html paragraph(String plain) {
        return element("p", plain);
    }

    /** A heading of a section. */
    Html section(String plain) {
        return element("h2", plain);
    }

    /** A list of texts. */
    Html list(List<String> items) {
        text.append("<ul>\n");
        items.forEach(item -> element("li", item));
        text.append("</ul>\n");
        return this;
    }

    /** A table of texts; those that look like numbers stand to the right. */
    Html table(List<String> heads, List<List<String>> rows) {
        text.append("<table><thead><tr>");
        heads.forEach(head -> element("th", head));
        text.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            text.append("<tr>");
            row.forEach(cell -> text.append(isNumber(cell) ? "<td class=\"number\">" : "<td>")
                    .append(escaped(cell))
                    .append("</td>"));
            text.append("</tr>\n");
        }
        text.append("</tbody></table>\n");
        return this;
    }

    /** What things are: each with its name. */
    Html facts(List<List<String>> rows) {
        text.append("<table class=\"facts\"><tbody>\n");
        for (List<String> row : rows) {
            text.append("<tr>").append("<th>").append(escaped(row.get(0))).append("</th><td>")
                    .append(escaped(row.get(1))).append("</td></tr>\n");
        }
        text.append("</tbody></table>\n");
        return this;
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && (Character.isDigit(cell.charAt(cell.length() - 1)) || cell.endsWith("%"))
                && (Character.isDigit(cell.charAt(0)) || cell.charAt(0) == '-');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
