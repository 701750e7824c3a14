/** The rules of the newsroom, which need nothing but the JDK. */
module press.stet.model {
    requires static org.jspecify;
}
