/** The exit rules' settings. */
@NullMarked
package io.strikewire.exit.config;

import org.jspecify.annotations.NullMarked;
