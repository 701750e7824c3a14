package press.stet.site;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import java.util.Map;

/** Templates ask it about tags that somebody wants to change on the way out: nobody does. */
enum AsWritten implements HtmlInterceptor {
    TAGS;

    @Override
    public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput out) {}

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput out) {}
}
