/** The command line: starting the service, and commands beside it. */
@NullMarked
package io.strikewire.deploy;

import org.jspecify.annotations.NullMarked;
