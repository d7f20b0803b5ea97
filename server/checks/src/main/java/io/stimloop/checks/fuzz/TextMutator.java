package io.stimloop.checks.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes files of lines: a number, a word, a line, a few characters. */
final class TextMutator {
    private static final Pattern TOKEN = Pattern.compile("-?[0-9][0-9.eE+-]*|[A-Za-z_]+");
    private static final String[] TOKENS = {"0", "-1", "1e308", "-1e308", ".nan", ".inf",
            "99999999999999999999", "~", "true",
            "[]", "{}", "\"\"", "&a", "*a", "!t", "- x", "x: y", "\t", "'", "0x7f", "1_000", "\u00b5W",
            "2027-01-01"};
    private static final String CHARACTERS = "{}[]:,-#&*!|>'\"%@`\n\t 0aZ\u0000\u2028\ud83d";

    private final SplittableRandom random;

    TextMutator(SplittableRandom random) {
        this.random = random;
    }

    /** The same text with one to four changes. */
    String mutated(String text) {
        String changed = text;
        int changes = random.nextInt(1, 5);
        for (int i = 0; i < changes; i++) {
            changed = switch (random.nextInt(4)) {
                case 0 -> withLine(changed);
                case 1 -> withCharacter(changed);
                default -> withToken(changed);
            };
        }
        return changed;
    }

    private String withToken(String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return withCharacter(text);
        }
        MatchResult at = tokens.get(random.nextInt(tokens.size()));
        String other = random.nextBoolean()
                ? TOKENS[random.nextInt(TOKENS.length)]
                : tokens.get(random.nextInt(tokens.size())).group();
        return text.substring(0, at.start()) + other + text.substring(at.end());
    }

    private String withLine(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return withCharacter(text);
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
            case 2 -> lines.set(at, " ".repeat(random.nextInt(6)) + lines.get(at).strip());
            default -> lines.subList(at, lines.size()).clear();
        }
        return String.join("\n", lines) + "\n";
    }

    private String withCharacter(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = random.nextBoolean() ? at : Math.min(text.length(), at + random.nextInt(1, 4));
        return text.substring(0, at) + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()))
                + text.substring(to);
    }
}
