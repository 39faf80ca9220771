package org.spineregistry.cli.verify;

import picocli.CommandLine.Command;

@Command(name = "verify")
public final class VerifyCommand {}
