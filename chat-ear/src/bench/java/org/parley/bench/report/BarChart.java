package org.parley.bench.report;

import java.util.Locale;
import java.util.Map;

/** Medians as bars, with whiskers from the least to the most, as SVG. */
final class BarChart {

    private static final int LEFT = 190;
    private static final int WIDTH = 560;
    private static final int RIGHT = 90;
    private static final int TOP = 50;
    private static final int ROW = 26;
    private static final int BAR = 16;

    private final StringBuilder svg = new StringBuilder();
    private final double scale;
    private final double step;

    private BarChart(double most) {
        step = step(most);
        scale = WIDTH / (step * Math.ceil(most / step));
    }

    static String of(String title, Map<String, Spread> bars) {
        double most = bars.values().stream().mapToDouble(Spread::most).max().orElse(1);
        return new BarChart(most > 0 ? most : 1).draw(title, bars);
    }

    /** A round number that fits five to ten times. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double share = most / power;
        return power * (share > 5 ? 1 : share > 2 ? 0.5 : 0.2);
    }

    private String draw(String title, Map<String, Spread> bars) {
        int height = TOP + ROW * bars.size() + 36;
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif'"
                        + " font-size='12' fill='#222'>",
                LEFT + WIDTH + RIGHT, height);
        add("<rect width='100%%' height='100%%' fill='#fff'/>");
        add("<text x='12' y='26' font-size='16' font-weight='bold'>%s</text>", title);
        axis(TOP + ROW * bars.size());
        int y = TOP;
        for (Map.Entry<String, Spread> bar : bars.entrySet()) {
            bar(bar.getKey(), bar.getValue(), y);
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private void axis(int bottom) {
        for (int i = 0; i * step * scale <= WIDTH + 0.5; i++) {
            double x = LEFT + i * step * scale;
            add("<line x1='%1$.1f' y1='%2$d' x2='%1$.1f' y2='%3$d' stroke='#ddd'/>", x, TOP - 6, bottom);
            add("<text x='%.1f' y='%d' text-anchor='middle'>%s</text>", x, bottom + 18, ConsoleTable.number(i * step));
        }
    }

    private void bar(String name, Spread spread, int y) {
        double middle = y + BAR / 2.0;
        add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 8, middle + 4, name);
        add(
                "<rect x='%d' y='%d' width='%.1f' height='%d' fill='#3b6fb6'/>",
                LEFT, y, Math.max(0, spread.median() * scale), BAR);
        double least = LEFT + Math.max(0, spread.least()) * scale;
        double most = LEFT + Math.max(0, spread.most()) * scale;
        add(
                "<path d='M%1$.1f %3$.1fV%4$.1fM%1$.1f %5$.1fH%2$.1fM%2$.1f %3$.1fV%4$.1f' stroke='#111' fill='none'/>",
                least, most, middle - 5, middle + 5, middle);
        add("<text x='%.1f' y='%.1f'>%s</text>", most + 6, middle + 4, ConsoleTable.number(spread.median()));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
