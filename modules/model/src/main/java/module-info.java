/** The rules of the newsroom. They need nothing but the JDK: no clock, no database, no Kafka. */
module press.stet.model {
    requires static transitive org.jspecify;

    exports press.stet.model;
    exports press.stet.model.command;
    exports press.stet.model.copy;
    exports press.stet.model.edition;
    exports press.stet.model.event;
    exports press.stet.model.house;
    exports press.stet.model.ruling;
    exports press.stet.model.story;
}
