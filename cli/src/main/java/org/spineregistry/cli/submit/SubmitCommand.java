package org.spineregistry.cli.submit;

import picocli.CommandLine.Command;

@Command(name = "submit")
public final class SubmitCommand {}
