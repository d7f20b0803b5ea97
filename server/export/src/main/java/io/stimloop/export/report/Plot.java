package io.stimloop.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plot in SVG, whose colours are those of the page. Not thread safe. */
final class Plot {
    private static final double LEFT = 62;
    private static final double RIGHT = 14;
    private static final double TOP = 30;
    private static final double BOTTOM = 46;

    private final double width;
    private final double height;
    private final Axis x;
    private final Axis y;
    private final StringBuilder marks = new StringBuilder();
    private final List<String> legend = new ArrayList<>();

    /** An empty one, of a size in pixels. */
    Plot(double width, double height, Axis x, Axis y) {
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
    }

    private double px(double value) {
        return LEFT + Math.clamp(x.part(value), -0.02, 1.02) * (width - LEFT - RIGHT);
    }

    private double py(double value) {
        return height - BOTTOM - Math.clamp(y.part(value), -0.02, 1.02) * (height - TOP - BOTTOM);
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private String points(double[] xs, double[] ys) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            if (Double.isFinite(ys[i])) {
                points.append(pixels(px(xs[i]))).append(',').append(pixels(py(ys[i]))).append(' ');
            }
        }
        return points.toString().strip();
    }

    /**
     * A line.
     *
     * @param style class of the page's style: one of its colours
     */
    Plot line(double[] xs, double[] ys, String style, String name) {
        marks.append("<polyline class=\"line ").append(style).append("\" points=\"").append(points(xs, ys))
                .append("\"/>\n");
        return named(style, name);
    }

    /** What lies between two lines. */
    Plot band(double[] xs, double[] lower, double[] upper, String style, String name) {
        double[] back = new double[xs.length];
        double[] above = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            back[i] = xs[xs.length - 1 - i];
            above[i] = upper[xs.length - 1 - i];
        }
        marks.append("<polygon class=\"band ").append(style).append("\" points=\"").append(points(xs, lower))
                .append(' ').append(points(back, above)).append("\"/>\n");
        return named(style, name);
    }

    /** Small round marks. */
    Plot dots(double[] xs, double[] ys, double radius, String style, String name) {
        for (int i = 0; i < xs.length; i++) {
            marks.append("<circle class=\"dot ").append(style).append("\" cx=\"").append(pixels(px(xs[i])))
                    .append("\" cy=\"").append(pixels(py(ys[i]))).append("\" r=\"").append(pixels(radius))
                    .append("\"/>\n");
        }
        return named(style, name);
    }

    /** A bar from the bottom. */
    Plot bar(double from, double to, double value, String style) {
        double top = py(value);
        marks.append("<rect class=\"bar ").append(style).append("\" x=\"").append(pixels(px(from)))
                .append("\" y=\"")
                .append(pixels(top)).append("\" width=\"")
                .append(pixels(Math.max(0.5, px(to) - px(from) - 0.5)))
                .append("\" height=\"").append(pixels(Math.max(0, py(y.from()) - top))).append("\"/>\n");
        return this;
    }

    /** A line from bottom to top. */
    Plot upright(double at, String style, String name) {
        marks.append("<line class=\"line ").append(style).append("\" x1=\"").append(pixels(px(at)))
                .append("\" x2=\"")
                .append(pixels(px(at))).append("\" y1=\"").append(pixels(TOP)).append("\" y2=\"")
                .append(pixels(height - BOTTOM)).append("\"/>\n");
        return named(style, name);
    }

    private Plot named(String style, String name) {
        String entry = "<tspan class=\"key " + style + "\">&#9632;</tspan> " + Html.escaped(name) + "   ";
        if (!name.isEmpty() && !legend.contains(entry)) {
            legend.add(entry);
        }
        return this;
    }

    /**
     * The figure.
     *
     * @param caption what it shows
     */
    String svg(String caption) {
        StringBuilder svg = new StringBuilder("<figure><svg role=\"img\" viewBox=\"0 0 " + pixels(width) + " "
                + pixels(height) + "\" width=\"" + pixels(width) + "\" height=\"" + pixels(height)
                + "\"><title>" + Html.escaped(caption) + "</title>\n");
        grid(svg);
        svg.append(marks);
        svg.append("<text class=\"legend\" x=\"").append(pixels(LEFT))
                .append("\" y=\"16\" xml:space=\"preserve\">")
                .append(String.join("", legend)).append("</text>\n");
        return svg.append("</svg><figcaption>").append(Html.escaped(caption))
                .append("</figcaption></figure>\n")
                .toString();
    }

    private void grid(StringBuilder svg) {
        for (double tick : x.ticks()) {
            svg.append("<line class=\"grid\" x1=\"").append(pixels(px(tick))).append("\" x2=\"")
                    .append(pixels(px(tick)))
                    .append("\" y1=\"").append(pixels(TOP)).append("\" y2=\"").append(pixels(height - BOTTOM))
                    .append("\"/>\n");
            text(svg, px(tick), height - BOTTOM + 16, "middle", Figures.of(tick));
        }
        for (double tick : y.ticks()) {
            svg.append("<line class=\"grid\" x1=\"").append(pixels(LEFT)).append("\" x2=\"")
                    .append(pixels(width - RIGHT)).append("\" y1=\"").append(pixels(py(tick)))
                    .append("\" y2=\"")
                    .append(pixels(py(tick))).append("\"/>\n");
            text(svg, LEFT - 6, py(tick) + 4, "end", Figures.of(tick));
        }
        text(svg, LEFT + (width - LEFT - RIGHT) / 2, height - 8, "middle", x.title());
        svg.append("<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(14 ")
                .append(pixels(TOP + (height - TOP - BOTTOM) / 2)).append(") rotate(-90)\">")
                .append(Html.escaped(y.title())).append("</text>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append("<text class=\"axis\" x=\"").append(pixels(x)).append("\" y=\"").append(pixels(y))
                .append("\" text-anchor=\"").append(anchor).append("\">").append(Html.escaped(words))
                .append("</text>\n");
    }
}
