/** The broker as a port, and one that executes on paper with every fault a real one has. */
@NullMarked
package io.strikewire.broker;

import org.jspecify.annotations.NullMarked;
