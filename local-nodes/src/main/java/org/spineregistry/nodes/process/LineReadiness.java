package org.spineregistry.nodes.process;

import java.util.regex.Pattern;

record LineReadiness(Pattern pattern) implements Readiness {

  @Override
  public boolean reached(ProcessOutput output) {
    // a line counts once it is whole, so that what is captured from it is whole as well
    String text = output.text();
    return pattern.matcher(text.substring(0, text.lastIndexOf('\n') + 1)).find();
  }

  @Override
  public String description() {
    return "a line with '" + pattern + "'";
  }
}
