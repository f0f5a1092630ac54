/** The webhook and the upload of option chains. */
@NullMarked
package io.strikewire.web.intake.http;

import org.jspecify.annotations.NullMarked;
