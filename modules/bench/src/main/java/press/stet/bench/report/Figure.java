package press.stet.bench.report;

import java.util.Locale;

/** Figures as people read them: three digits that mean something, and the unit. */
final class Figure {

    private Figure() {}

    static String of(double value, Finding.Unit unit) {
        String sign = unit.sign();
        return digits(value) + (sign.isEmpty() || sign.startsWith("/") ? sign : " " + sign);
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        String form = size >= 100 || size == 0 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }
}
