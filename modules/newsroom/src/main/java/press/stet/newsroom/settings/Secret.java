package press.stet.newsroom.settings;

/** A password, which nothing prints. */
record Secret(String text) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
