package io.stimloop.studies;

import io.stimloop.studies.StudyResult.Checkpoint;
import io.stimloop.studies.StudyResult.PlannerResult;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A study as a picture: one line per planner, the mean error, on a band that is its 95% confidence interval. */
final class StudyPicture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final int BAND_ALPHA = 45;
    private static final float LINE_WIDTH = 2.2f;

    /** Told apart by people of every colour vision (Wong 2011, Nature Methods 8, p. 441). */
    private static final List<Color> COLOURS = List.of(new Color(0x0072b2), new Color(0xd55e00),
            new Color(0x009e73), new Color(0xcc79a7), new Color(0xe69f00), new Color(0x56b4e9),
            new Color(0x000000));

    private static final Color INVISIBLE = new Color(0, 0, 0, 0);
    private static final Color GRID = new Color(0xdddddd);

    private StudyPicture() {}

    /**
     * Draws it.
     *
     * @param axis what the error is, with its unit
     * @param file whose name ends in .svg or .png
     * @throws IllegalArgumentException for another name
     */
    static void write(StudyResult result, String title, String axis, Path file) throws IOException {
        XYChart chart = chart(result, title, axis);
        String name = file.toString();
        if (name.endsWith(".svg")) {
            VectorGraphicsEncoder.saveVectorGraphic(chart, name, VectorGraphicsFormat.SVG);
        } else {
            requireName(file);
            BitmapEncoder.saveBitmapWithDPI(chart, name, BitmapFormat.PNG, 144);
        }
    }

    /** Refuses a file of another format. */
    static void requireName(Path file) {
        if (!file.toString().endsWith(".svg") && !file.toString().endsWith(".png")) {
            throw new IllegalArgumentException("--picture: " + file + " must end in .svg or .png");
        }
    }

    static XYChart chart(StudyResult result, String title, String axis) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("trials")
                .yAxisTitle(axis)
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setLegendBorderColor(Color.WHITE);
        chart.getStyler().setPlotBorderVisible(false);
        chart.getStyler().setPlotGridLinesColor(GRID);
        chart.getStyler().setYAxisMin(0.0);
        for (int p = 0; p < result.planners().size(); p++) {
            addBand(chart, result.planners().get(p), COLOURS.get(p % COLOURS.size()));
        }
        for (int p = 0; p < result.planners().size(); p++) {
            addLine(chart, result.planners().get(p), COLOURS.get(p % COLOURS.size()));
        }
        return chart;
    }

    private static void addLine(XYChart chart, PlannerResult planner, Color colour) {
        XYSeries line = chart.addSeries(planner.name(), trials(planner),
                planner.checkpoints().stream().mapToDouble(at -> at.error().mean()).toArray());
        line.setMarker(SeriesMarkers.CIRCLE);
        line.setMarkerColor(colour);
        line.setLineColor(colour);
        line.setLineStyle(new BasicStroke(LINE_WIDTH));
    }

    /** The outline of the band: along its lower edge, and back along the upper. */
    private static void addBand(XYChart chart, PlannerResult planner, Color colour) {
        List<Checkpoint> there = planner.checkpoints();
        int n = there.size();
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = there.get(i).trial();
            y[i] = there.get(i).error().meanLow();
            x[2 * n - 1 - i] = x[i];
            y[2 * n - 1 - i] = there.get(i).error().meanHigh();
        }
        XYSeries band = chart.addSeries("95% confidence interval of the mean of " + planner.name(), x, y);
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        band.setShowInLegend(false);
        band.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
        band.setLineColor(INVISIBLE);
        band.setMarker(SeriesMarkers.NONE);
    }

    private static double[] trials(PlannerResult planner) {
        return planner.checkpoints().stream().mapToDouble(Checkpoint::trial).toArray();
    }
}
