package press.stet.archive.rebuild;

import java.util.List;

/**
 * How a rebuilt store compares to the live one, both made from exactly the same records.
 *
 * @param tables those that were compared, row by row, whatever the order of rows
 */
public record Comparison(List<Table> tables) {

    public Comparison {
        tables = List.copyOf(tables);
    }

    /**
     * A table as it was compared.
     *
     * @param live how many rows the live one has
     * @param rebuilt how many rows the rebuilt one has
     * @param different how many rows differ, or are in one of them only
     * @param first the first of those, in the order of their keys
     */
    public record Table(String name, long live, long rebuilt, long different, List<Difference> first) {
        public Table {
            first = List.copyOf(first);
        }
    }

    /**
     * A row that differs. What it says is not told: it may be copy that nobody may see yet.
     *
     * @param key as a JSON array
     * @param what which columns differ, or which store alone has it
     */
    public record Difference(String key, String what) {}

    public boolean isEqual() {
        return different() == 0;
    }

    /** How many rows differ. */
    public long different() {
        return tables.stream().mapToLong(Table::different).sum();
    }

    /** How many rows of the live store were compared. */
    public long rows() {
        return tables.stream().mapToLong(Table::live).sum();
    }
}
